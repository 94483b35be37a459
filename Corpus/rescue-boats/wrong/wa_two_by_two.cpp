// Wrong: when the weights are not given, puts two passengers into each boat even if it cannot carry 150 kilograms.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int ships;
    if (scanf("%d", &ships) != 1) return 1;
    while (ships--) {
        int n, c, d;
        if (scanf("%d %d %d", &n, &c, &d) != 3) return 1;
        if (d == 0) {
            printf("%d\n", (n + 1) / 2);
            continue;
        }
        std::vector<int> w(n);
        for (int &x : w) {
            if (scanf("%d", &x) != 1) return 1;
        }
        std::sort(w.begin(), w.end());
        int boats = 0;
        for (int light = 0, heavy = n - 1; light <= heavy; heavy--) {
            if (light < heavy && w[light] + w[heavy] <= c) light++;
            boats++;
        }
        printf("%d\n", boats);
    }
    return 0;
}
