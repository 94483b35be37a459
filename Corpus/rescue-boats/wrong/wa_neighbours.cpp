// Wrong: sorts the passengers and puts neighbours into one boat whenever they fit.
#include <algorithm>
#include <cstdio>
#include <functional>
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
        std::sort(w.begin(), w.end(), std::greater<>());
        int boats = 0;
        for (int i = 0; i < n; i++) {
            if (i + 1 < n && w[i] + w[i + 1] <= c) i++;
            boats++;
        }
        printf("%d\n", boats);
    }
    return 0;
}
