// Slow: looks through all passengers for the heaviest partner that fits, O(n^2).
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int ships;
    if (scanf("%d", &ships) != 1) return 1;
    while (ships--) {
        int n, c, d;
        if (scanf("%d %d %d", &n, &c, &d) != 3) return 1;
        std::vector<int> w(n, 75);
        if (d == 1) {
            for (int &x : w) {
                if (scanf("%d", &x) != 1) return 1;
            }
        }
        std::sort(w.begin(), w.end());
        std::vector<char> gone(n);
        int boats = 0;
        for (int heavy = n - 1; heavy >= 0; heavy--) {
            if (gone[heavy]) continue;
            boats++;
            for (int i = heavy - 1; i >= 0; i--) {
                if (gone[i] || w[i] + w[heavy] > c) continue;
                gone[i] = 1;
                break;
            }
        }
        printf("%d\n", boats);
    }
    return 0;
}
