// Wrong: moves a pointer to the right from candidate to candidate and back by one stop only.
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n);
    std::vector<long long> prefix(n + 1);
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
        prefix[i + 1] = prefix[i] + a[i];
    }
    int left = 0;
    while (q--) {
        int x;
        if (scanf("%d", &x) != 1) return 1;
        while (left < n && a[left] < x) left++;
        if (left > 0 && a[left - 1] > x) left--;
        printf("%lld\n", prefix[n] - 2 * prefix[left] + (2LL * left - n) * x);
    }
    return 0;
}
