// Wrong: moves one pointer along each box, but the second box is not sorted.
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    long long s;
    if (scanf("%d %d %lld", &n, &m, &s) != 3) return 1;
    std::vector<long long> a(n), b(m);
    for (auto &v : a) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    for (auto &v : b) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    int pairs = 0;
    for (int i = 0, j = m - 1; i < n && j >= 0;) {
        if (a[i] + b[j] == s) {
            pairs++;
            i++;
            j--;
        } else if (a[i] + b[j] < s) {
            i++;
        } else {
            j--;
        }
    }
    printf("%d\n", pairs);
    return 0;
}
