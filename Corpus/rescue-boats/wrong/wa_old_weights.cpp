// Wrong: keeps the weights of the ship before when the weights are not given.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int ships;
    if (scanf("%d", &ships) != 1) return 1;
    std::vector<int> w;
    while (ships--) {
        int n, c, d;
        if (scanf("%d %d %d", &n, &c, &d) != 3) return 1;
        w.resize(n, 75);
        for (int i = 0; i < n && d == 1; i++) {
            if (scanf("%d", &w[i]) != 1) return 1;
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
