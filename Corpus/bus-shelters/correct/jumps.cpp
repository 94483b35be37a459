// Finds the next shelter by binary search, and gives up a distance once too few stops are left.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    std::vector<long long> x(n);
    for (long long &stop : x) {
        if (scanf("%lld", &stop) != 1) return 1;
    }
    // The greatest distance that leaves room for k shelters, when each is put at the first stop far enough.
    long long low = 1, high = x[n - 1] - x[0];
    while (low < high) {
        long long middle = (low + high + 1) / 2, last = x[0];
        int shelters = 1;
        while (shelters < k) {
            auto next = std::lower_bound(x.begin(), x.end(), last + middle);
            if (next == x.end()) break;
            last = *next;
            shelters++;
        }
        if (shelters >= k) low = middle;
        else high = middle - 1;
    }
    printf("%lld\n", low);
    return 0;
}
