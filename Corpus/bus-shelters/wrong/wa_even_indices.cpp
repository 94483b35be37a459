// Wrong: takes every so many stops, as if the stops were evenly spread.
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
    long long low = x[n - 1] - x[0];
    for (int i = 1; i < k; i++) {
        long long here = x[(long long)(n - 1) * i / (k - 1)], before = x[(long long)(n - 1) * (i - 1) / (k - 1)];
        low = std::min(low, here - before);
    }
    printf("%lld\n", low);
    return 0;
}
