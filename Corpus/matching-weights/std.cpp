#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    long long s;
    if (scanf("%d %d %lld", &n, &m, &s) != 3) return 1;
    std::vector<long long> a(n);
    for (auto &v : a) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    int pairs = 0;
    for (int j = 0; j < m; j++) {
        long long b;
        if (scanf("%lld", &b) != 1) return 1;
        pairs += std::binary_search(a.begin(), a.end(), s - b);
    }
    printf("%d\n", pairs);
    return 0;
}
