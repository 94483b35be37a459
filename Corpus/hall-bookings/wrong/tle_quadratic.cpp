// Slow: looks at all earlier bookings for every booking, O(n^2).
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
    std::sort(bookings.begin(), bookings.end(), [](const Booking &a, const Booking &b) { return a.start < b.start; });
    std::vector<long long> best(n);
    long long answer = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            if (bookings[j].end <= bookings[i].start) best[i] = std::max(best[i], best[j]);
        }
        best[i] += bookings[i].rent;
        answer = std::max(answer, best[i]);
    }
    printf("%lld\n", answer);
    return 0;
}
