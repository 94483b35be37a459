// Wrong: the search stops at a distance of 10^9, but two stops can be farther apart.
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
    long long low = 1, high = 1000000000;
    while (low < high) {
        long long middle = (low + high + 1) / 2, last = x[0];
        int shelters = 1;
        for (int i = 1; i < n; i++) {
            if (x[i] - last < middle) continue;
            last = x[i];
            shelters++;
        }
        if (shelters >= k) low = middle;
        else high = middle - 1;
    }
    printf("%lld\n", low);
    return 0;
}
