#include "annalist/understand/times/named_periods.h"

#include <iterator>

namespace annalist {

constexpr std::string_view kFirstWorldWar = "1914-07-28/1918-11-11";
constexpr std::string_view kSecondWorldWar = "1939-09-01/1945-09-02";

const NamedPeriod kNamedPeriods[] = {
    {"world war ii", kSecondWorldWar},
    {"world war 2", kSecondWorldWar},
    {"world war two", kSecondWorldWar},
    {"wwii", kSecondWorldWar},
    {"ww 2", kSecondWorldWar},
    {"second world war", kSecondWorldWar},
    {"world war i", kFirstWorldWar},
    {"world war 1", kFirstWorldWar},
    {"world war one", kFirstWorldWar},
    {"wwi", kFirstWorldWar},
    {"ww 1", kFirstWorldWar},
    {"first world war", kFirstWorldWar},
    {"crusades", "1095/1291"},
    {"hundred years ' war", "1337/1453"},
    {"thirty years ' war", "1618/1648"},
    {"seven years ' war", "1756/1763"},
    {"american revolutionary war", "1775-04-19/1783-09-03"},
    {"american civil war", "1861-04-12/1865-05-26"},
    {"french revolution", "1789/1799"},
    {"napoleonic wars", "1803-05-18/1815-11-20"},
    {"crimean war", "1853-10-16/1856-03-30"},
    {"franco - prussian war", "1870-07-19/1871-01-28"},
    {"spanish - american war", "1898-04-21/1898-08-13"},
    {"russo - japanese war", "1904-02-08/1905-09-05"},
    {"spanish civil war", "1936-07-17/1939-04-01"},
    {"great depression", "1929/1939"},
    {"korean war", "1950-06-25/1953-07-27"},
    {"vietnam war", "1955-11-01/1975-04-30"},
    {"cold war", "1947/1991"},
    {"six - day war", "1967-06-05/1967-06-10"},
    {"six day war", "1967-06-05/1967-06-10"},
    {"yom kippur war", "1973-10-06/1973-10-25"},
    {"falklands war", "1982-04-02/1982-06-14"},
    {"gulf war", "1990-08-02/1991-02-28"},
    {"ming dynasty", "1368/1644"},
    {"qing dynasty", "1644/1912"},
    {"victorian era", "1837/1901"},
    {"edwardian era", "1901/1910"},
    {"meiji era", "1868/1912"},
    {"weimar republic", "1918-11-09/1933-01-30"},
};
const int kNamedPeriodCount = static_cast<int>(std::size(kNamedPeriods));

}  // namespace annalist
