// Wrong: every child takes the longest skates that fit, and leaves too short ones for the next.
#include <algorithm>
#include <cstdio>
#include <set>
#include <vector>

int main() {
    int n, m, d;
    if (scanf("%d %d %d", &n, &m, &d) != 3) return 1;
    std::vector<int> a(n), b(m);
    for (int &x : a) {
        if (scanf("%d", &x) != 1) return 1;
    }
    for (int &x : b) {
        if (scanf("%d", &x) != 1) return 1;
    }
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    int fitted = 0;
    std::multiset<int> free(b.begin(), b.end());
    for (int x : a) {
        auto skates = free.upper_bound(x + d);
        if (skates == free.begin()) continue;
        skates--;
        if (*skates < x) continue;
        free.erase(skates);
        fitted++;
    }
    printf("%d\n", fitted);
    return 0;
}
