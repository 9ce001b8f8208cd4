// SPDX-License-Identifier: BSL-1.0
// The work as a sheet of HyperFormula: a row a task, its dates and sums as formulas, working days by
// three functions of our own over the calendars' tables. A formula cannot count distinct tasks: for
// each sum the tasks that several ways lead to are found here and written down to be taken off
// again, which is not counted in any time.
//
//     node sheet_hyperformula.mjs FOLDER-WITH-node_modules CASCADE
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const {HyperFormula, FunctionPlugin, FunctionArgumentType} =
    createRequire(process.argv[2] + '/package.json')('hyperformula');
const NO_LIMIT = 2 ** 31 - 1;

/** The file that write_cascade.cpp wrote. */
function readCascade(path) {
  const bytes = readFileSync(path);
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [size, calendars, firstDay, days, reports] = numbers;
  let at = 5;
  const take = count => numbers.subarray(at, at += count);
  const plan = {size, firstDay, rank: [], working: []};
  for (const name of ['calendar', 'start', 'due', 'duration', 'before', 'lag', 'upper', 'upper2',
                      'weight', 'progress']) plan[name] = take(size);
  for (let i = 0; i < calendars; ++i) {
    plan.rank.push(take(days + 1));
    plan.working.push(take(days + 1));
  }
  const [tasks, percents] = [take(reports), take(reports)];
  plan.reports = Array.from(tasks, (task, i) => [task, percents[i]]);
  return plan;
}

const plan = readCascade(process.argv[3]);

class WorkingDays extends FunctionPlugin {
  ask(ast, state, answer) {
    return this.runFunction(ast.args, state, this.metadata(ast.procedureName), answer);
  }
  /** Earliest finish from the day the paper is out. */
  first(ast, state) {
    return this.ask(ast, state, (calendar, start, duration) =>
        plan.working[calendar][plan.rank[calendar][start - plan.firstDay] + duration - 1]);
  }
  /** The same after another task's end. */
  after(ast, state) {
    return this.ask(ast, state, (calendar, start, duration, end, lag) => {
      const rank = plan.rank[calendar];
      return plan.working[calendar][Math.max(rank[start - plan.firstDay],
                                             rank[end - plan.firstDay] + 1 + lag) + duration - 1];
    });
  }
  /** Latest finish before a task that must end by `end`. */
  before(ast, state) {
    return this.ask(ast, state, (calendar, end, duration, lag) => end === NO_LIMIT ? end :
        plan.working[calendar][plan.rank[calendar][end + 1 - plan.firstDay] - 1 - duration - lag]);
  }
}
const numbers = count =>
    Array.from({length: count}, () => ({argumentType: FunctionArgumentType.NUMBER}));
WorkingDays.implementedFunctions = {
  FIRST: {method: 'first', parameters: numbers(3)},
  AFTER: {method: 'after', parameters: numbers(5)},
  BEFORE: {method: 'before', parameters: numbers(4)},
};
const names = {FIRST: 'FIRST', AFTER: 'AFTER', BEFORE: 'BEFORE'};
HyperFormula.registerFunctionPlugin(WorkingDays, {enGB: names});

/** For each task those that implement it, those that come after it, and those that several of its
    lower tasks lead to, as often as too many. */
function links() {
  const lists = () => Array.from({length: plan.size}, () => []);
  const lower = lists(), later = lists(), twice = lists(), below = new Array(plan.size);
  for (let i = 0; i < plan.size; ++i) {
    for (const upper of [plan.upper[i], plan.upper2[i]]) if (upper >= 0) lower[upper].push(i);
    if (plan.before[i] >= 0) later[plan.before[i]].push(i);
  }
  for (let i = plan.size; i-- > 0;) {
    const met = below[i] = new Set();
    const meet = task => met.has(task) ? twice[i].push(task) : met.add(task);
    for (const child of lower[i]) {
      meet(child);
      below[child].forEach(meet);
    }
  }
  return {lower, later, twice};
}

// A progress (-1: none), B early, C late; of a leaf D reported, E its weight, F weight × progress; of
// any other task D … I tasks, leaves, weight, reported, reported weight, progress below it.
function sheet({lower, later, twice}) {
  const leaf = i => lower[i].length === 0;
  const row = i => i + 1;
  const early = i => plan.before[i] < 0 ?
      `=FIRST(${plan.calendar[i]},${plan.start[i]},${plan.duration[i]})` :
      `=AFTER(${plan.calendar[i]},${plan.start[i]},${plan.duration[i]},` +
          `B${row(plan.before[i])},${plan.lag[i]})`;
  const late = i => {
    const parts = [plan.due[i]];
    for (const upper of [plan.upper[i], plan.upper2[i]]) if (upper >= 0) parts.push(`C${row(upper)}`);
    for (const task of later[i])
      parts.push(`BEFORE(${plan.calendar[i]},C${row(task)},${plan.duration[task]},${plan.lag[task]})`);
    return `=MIN(${parts.join()})`;
  };
  const sum = (i, ofLeaf, ofInner) => {
    const own = twice[i].filter(leaf).map(task => ofLeaf(task));
    const all = lower[i].map(task => leaf(task) ? ofLeaf(task) : ofInner + row(task));
    return `=SUM(${all.join()})` + (own.length ? `-SUM(${own.join()})` : '');
  };
  const tasks = i => `=SUM(${lower[i].length - twice[i].length},0` +
      lower[i].filter(task => !leaf(task)).map(task => ',D' + row(task)).join('') + ')';
  return Array.from({length: plan.size}, (_, i) => leaf(i) ?
      [plan.progress[i], early(i), late(i), `=IF(A${row(i)}>=0,1,0)`,
       `=IF(A${row(i)}>=0,${plan.weight[i]},0)`, `=${plan.weight[i]}*MAX(A${row(i)},0)`] :
      [plan.progress[i], early(i), late(i), tasks(i), sum(i, () => 1, 'E'),
       sum(i, task => plan.weight[task], 'F'), sum(i, task => 'D' + row(task), 'G'),
       sum(i, task => 'E' + row(task), 'H'), sum(i, task => 'F' + row(task), 'I')]);
}

const seconds = call => {
  const begin = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - begin) / 1e9;
};
/** Of the processor, its helpers that collect garbage included, however busy it is otherwise. */
const processorSeconds = call => {
  const begin = process.cpuUsage();
  call();
  const {user, system} = process.cpuUsage(begin);
  return (user + system) / 1e6;
};
const median = values => values.sort((a, b) => a - b)[values.length >> 1];

const {lower, later, twice} = links();
const cells = sheet({lower, later, twice});
let engine;
const ready = processorSeconds(() => {
  engine = HyperFormula.buildFromArray(
      cells, {licenseKey: 'gpl-v3', maxRows: plan.size + 1, useArrayArithmetic: false});
});
const value = (i, column) => engine.getCellValue({sheet: 0, row: i, col: column});
const place = task => task % 1009 + 1;

function dates() {
  let sum = 0;
  for (let i = 0; i < plan.size; ++i) {
    const last = value(i, 2);
    sum += place(i) * (value(i, 1) + (last === NO_LIMIT ? 0 : last));
  }
  return sum;
}
function sums() {
  const factors = [1, 3, 5, 7, 11, 13];
  let sum = 0;
  for (let i = 0; i < plan.size; ++i)
    if (lower[i].length) factors.forEach((by, k) => sum += place(i) * by * value(i, 3 + k));
  return sum;
}

const result = {tool: 'HyperFormula ' + HyperFormula.version, tasks: plan.size, ready,
                dates: dates(), sums: sums()};
result.again = processorSeconds(() => engine.rebuildAndRecalculate());
result.report = median(plan.reports.map(([task, percent]) => seconds(
    () => engine.setCellContents({sheet: 0, row: task, col: 0}, percent * 100))));
result.sums_after = sums();
console.log(JSON.stringify(result));
