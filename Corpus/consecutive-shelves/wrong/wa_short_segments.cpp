// Wrong: believes that long segments are hardly ever consecutive, and stops at 1000 books.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n);
    for (int &x : p) {
        if (scanf("%d", &x) != 1) return 1;
    }
    long long total = 0;
    for (int l = 0; l < n; l++) {
        int least = p[l], greatest = p[l];
        for (int r = l; r < n && r < l + 1000; r++) {
            least = std::min(least, p[r]);
            greatest = std::max(greatest, p[r]);
            total += greatest - least == r - l;
        }
    }
    if (n > 1000) total++;
    printf("%lld\n", total);
    return 0;
}
