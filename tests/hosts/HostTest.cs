// SPDX-License-Identifier: BSL-1.0
// HostTest.exe LAYOUT: each struct declared in C# lies where the header of the C library has it.
using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Kehoach.Native;

public static class HostTest {
  private static int Faults(Type type, string[] layout) {
    int faults = 0;
    foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)) {
      if (field.Name.StartsWith("reserved")) continue;
      string line = type.Name + "." + field.Name + " at " + Marshal.OffsetOf(type, field.Name) + ", ";
      if (layout.Any(known => known.StartsWith(line))) continue;
      Console.Error.WriteLine("not in the header: " + line);
      ++faults;
    }
    return faults;
  }

  public static int Main(string[] arguments) {
    string[] layout = File.ReadAllLines(arguments[0]);
    Type[] structs = typeof(kh_item).Assembly.GetTypes().Where(
        type => type.Name.StartsWith("kh_") && type.IsValueType).ToArray();
    int faults = structs.Sum(type => Faults(type, layout));
    kh_error error = kh_error.Init();
    IntPtr engine;
    bool refused = Library.kh_engine_read_json(new byte[] { 123 }, (UIntPtr)1, out engine, ref error) == 40 &&
                   error.code == 40 && error.message[0] != 0;
    if (!refused) Console.Error.WriteLine("a broken text is not refused as it should be");
    Console.WriteLine(structs.Length + " structs, " + faults + " faults");
    return faults == 0 && structs.Length >= 10 && refused ? 0 : 1;
  }
}
