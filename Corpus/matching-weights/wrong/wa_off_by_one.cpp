// Wrong: the binary search treats n - 1 as an exclusive bound, so the heaviest weight of the first box is never found.
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
        int l = 0, r = n - 1;
        while (l < r) {
            int mid = (l + r) / 2;
            if (a[mid] == s - b) {
                pairs++;
                break;
            }
            if (a[mid] < s - b) l = mid + 1;
            else r = mid;
        }
    }
    printf("%d\n", pairs);
    return 0;
}
