// Wrong: does not let a booking start at the moment when another one ends.
#include <algorithm>
#include <cstdio>
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
    std::sort(bookings.begin(), bookings.end(), [](const Booking &a, const Booking &b) { return a.end < b.end; });
    std::vector<int> ends(n);
    for (int i = 0; i < n; i++) ends[i] = bookings[i].end;
    std::vector<long long> best(n + 1);
    for (int i = 0; i < n; i++) {
        auto before = std::lower_bound(ends.begin(), ends.begin() + i, bookings[i].start) - ends.begin();
        best[i + 1] = std::max(best[i], best[before] + bookings[i].rent);
    }
    printf("%lld\n", best[n]);
    return 0;
}
