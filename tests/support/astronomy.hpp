// SPDX-License-Identifier: BSL-1.0
/// The lunar calendar from the sky: new moons and the sun's longitude by the formulas of J. Meeus,
/// "Astronomical Algorithms" (2nd ed., chapters 25 and 49), with the difference between dynamical
/// and civil time by the polynomials of Espenak and Meeus (2006). Slow and obvious; the library
/// ships a table, and this is what the table must equal.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace support {

inline double sine(double degrees) {
  return std::sin(std::fmod(degrees, 360.0) * M_PI / 180.0);
}

/// Dynamical less universal time, in seconds. Valid 1900 to 2150.
inline double delta_t(double year) {
  const auto polynomial = [](double t, std::initializer_list<double> c) {
    double sum = 0, power = 1;
    for (double factor : c) sum += factor * power, power *= t;
    return sum;
  };
  if (year < 1920) {
    return polynomial(year - 1900, {-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197});
  }
  if (year < 1941) return polynomial(year - 1920, {21.20, 0.84493, -0.076100, 0.0020936});
  if (year < 1961) return polynomial(year - 1950, {29.07, 0.407, -1 / 233.0, 1 / 2547.0});
  if (year < 1986) return polynomial(year - 1975, {45.45, 1.067, -1 / 260.0, -1 / 718.0});
  if (year < 2005) {
    return polynomial(year - 2000,
                      {63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599});
  }
  if (year < 2050) return polynomial(year - 2000, {62.92, 0.32217, 0.005589});
  const double u = (year - 1820) / 100;
  return -20 + 32 * u * u - 0.5628 * (2150 - year);
}

inline double universal(double jde) {
  return jde - delta_t(2000 + (jde - 2451545) / 365.25) / 86400;
}
inline double dynamical(double jd) {
  return jd + delta_t(2000 + (jd - 2451545) / 365.25) / 86400;
}

/// Julian day (universal time) of the k-th new moon since that of 2000-01-06.
inline double new_moon(int k) {
  const double t = k / 1236.85;
  const double e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const double m = 2.5534 + 29.10535670 * k - 0.0000014 * t * t - 0.00000011 * t * t * t;
  const double p = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t * t * t -
                   0.000000058 * t * t * t * t;
  const double f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t * t * t +
                   0.000000011 * t * t * t * t;
  const double node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t + 0.00000215 * t * t * t;
  double jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.000000150 * t * t * t +
               0.00000000073 * t * t * t * t;
  jde += -0.40720 * sine(p) + 0.17241 * e * sine(m) + 0.01608 * sine(2 * p) +
         0.01039 * sine(2 * f) + 0.00739 * e * sine(p - m) - 0.00514 * e * sine(p + m) +
         0.00208 * e * e * sine(2 * m) - 0.00111 * sine(p - 2 * f) - 0.00057 * sine(p + 2 * f) +
         0.00056 * e * sine(2 * p + m) - 0.00042 * sine(3 * p) + 0.00042 * e * sine(m + 2 * f) +
         0.00038 * e * sine(m - 2 * f) - 0.00024 * e * sine(2 * p - m) - 0.00017 * sine(node) -
         0.00007 * sine(p + 2 * m) + 0.00004 * sine(2 * p - 2 * f) + 0.00004 * sine(3 * m) +
         0.00003 * sine(p + m - 2 * f) + 0.00003 * sine(2 * p + 2 * f) -
         0.00003 * sine(p + m + 2 * f) + 0.00003 * sine(p - m + 2 * f) -
         0.00002 * sine(p - m - 2 * f) - 0.00002 * sine(3 * p + m) + 0.00002 * sine(4 * p);
  const double planets[][3] = {
      {299.77, 0.107408, 325},  {251.88, 0.016321, 165}, {251.83, 26.651886, 164},
      {349.42, 36.412478, 126}, {84.66, 18.206239, 110}, {141.74, 53.303771, 62},
      {207.14, 2.453732, 60},   {154.84, 7.306860, 56},  {34.52, 27.261239, 47},
      {207.19, 0.121824, 42},   {291.34, 1.844379, 40},  {161.72, 24.198154, 37},
      {239.56, 25.513099, 35},  {331.55, 3.592518, 23}};
  for (const auto& a : planets) {
    const double bend = a[2] == 325 ? -0.009173 * t * t : 0;
    jde += a[2] * 1e-6 * sine(a[0] + a[1] * k + bend);
  }
  return universal(jde);
}

/// The sun's apparent longitude in degrees, 0 to 360.
inline double sun(double jd) {
  const double t = (dynamical(jd) - 2451545.0) / 36525;
  const double m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  const double centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(m) +
                        (0.019993 - 0.000101 * t) * sine(2 * m) + 0.000289 * sine(3 * m);
  const double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  const double longitude = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return longitude - 360 * std::floor(longitude / 360);
}

/// Days since 1970-01-01 at UTC+7. The formulas are good to some seconds; the one new moon of two
/// centuries that they put less than five seconds before midnight (that of July 1967, two seconds)
/// is after it by every published calendar, so five seconds are given.
inline int vietnamese_day(double jd) {
  return static_cast<int>(std::floor(jd + 5.0 / 86400 - 2440587.5 + 7.0 / 24));
}
/// The moment that day begins there.
inline double midnight(int day) {
  return day + 2440587.5 - 7.0 / 24;
}

struct SkyMonth {
  int first;  ///< day number
  int year;   ///< lunar year
  int month;  ///< 1 to 12
  bool leap;
  int days;
};

/// Which twelfth of the sun's way a day begins in: 9 begins at the winter solstice.
inline int sector(int day) {
  return static_cast<int>(sun(midnight(day)) / 30);
}

/// Every lunar month from the eleventh of `first_year` - 1 to the tenth of `last_year` + 1 or later:
/// a month begins on the day of the new moon, the one with the winter solstice is the eleventh, and
/// where thirteen lie between two of those the first without a major solar term is leap.
inline std::vector<SkyMonth> sky_months(int first_year, int last_year) {
  const int before = static_cast<int>((first_year - 2001) * 12.3685) - 3;
  const int after = static_cast<int>((last_year - 1998) * 12.3685) + 3;
  std::vector<int> starts;
  for (int k = before; k <= after; ++k) starts.push_back(vietnamese_day(new_moon(k)));
  const auto holds_term = [&](std::size_t i) { return sector(starts[i]) != sector(starts[i + 1]); };
  std::vector<std::size_t> eleventh;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const int begins = sector(starts[i]);  // 7 where the month holds two terms, as in 2033
    if (begins > 6 && begins < 9 && sector(starts[i + 1]) >= 9) eleventh.push_back(i);
  }
  std::vector<SkyMonth> months;
  for (std::size_t s = 0; s + 1 < eleventh.size(); ++s) {
    bool to_leap = eleventh[s + 1] - eleventh[s] == 13;
    // An eleventh month begins between 22 November and 22 December of its lunar year.
    int year = static_cast<int>(1970 + (starts[eleventh[s]] - 15) / 365.2425);
    int month = 10;
    for (std::size_t i = eleventh[s]; i < eleventh[s + 1]; ++i) {
      const bool leap = to_leap && i > eleventh[s] && !holds_term(i);
      if (leap) to_leap = false;
      if (!leap && ++month == 13) month = 1, ++year;
      months.push_back({starts[i], year, month, leap, starts[i + 1] - starts[i]});
    }
  }
  return months;
}

}  // namespace support
