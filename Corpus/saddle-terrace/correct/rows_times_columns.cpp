// All saddles have the same height, the least row maximum; they are where the rows and columns of that height cross.
#include <algorithm>
#include <climits>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<int> highest(n, INT_MIN), lowest(m, INT_MAX);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            int h;
            if (scanf("%d", &h) != 1) return 1;
            highest[i] = std::max(highest[i], h);
            lowest[j] = std::min(lowest[j], h);
        }
    }
    int level = *std::min_element(highest.begin(), highest.end());
    long long rows = std::count(highest.begin(), highest.end(), level);
    long long columns = std::count(lowest.begin(), lowest.end(), level);
    printf("%lld\n", rows * columns);
    return 0;
}
