// Wrong: accepts the bookings greedily in decreasing order of rent.
#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <vector>

struct Booking {
    int start, end, rent;
};

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<Booking> bookings(n);
    for (auto &b : bookings) {
        if (scanf("%d %d %d", &b.start, &b.end, &b.rent) != 3) return 1;
    }
    std::sort(bookings.begin(), bookings.end(), [](const Booking &a, const Booking &b) { return a.rent > b.rent; });
    std::map<int, int> taken;
    long long total = 0;
    for (auto &b : bookings) {
        auto after = taken.lower_bound(b.start);
        if (after != taken.end() && after->first < b.end) continue;
        if (after != taken.begin() && std::prev(after)->second > b.start) continue;
        taken[b.start] = b.end;
        total += b.rent;
    }
    printf("%lld\n", total);
    return 0;
}
