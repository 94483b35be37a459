// Wrong: serves the newcomers with the fewest acquaintances first and never changes an assignment.
#include <algorithm>
#include <cstdio>
#include <numeric>
#include <vector>

int main() {
    int n, m, k;
    if (scanf("%d %d %d", &n, &m, &k) != 3) return 1;
    std::vector<std::vector<int>> likes(n + 1);
    std::vector<int> order(n), popular(m + 1);
    while (k--) {
        int a, b;
        if (scanf("%d %d", &a, &b) != 2) return 1;
        likes[a].push_back(b);
        popular[b]++;
    }
    std::iota(order.begin(), order.end(), 1);
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) { return likes[x].size() < likes[y].size(); });
    std::vector<bool> busy(m + 1);
    int pairs = 0;
    for (int a : order) {
        int mentor = 0;
        for (int b : likes[a]) {
            if (!busy[b] && (mentor == 0 || popular[b] < popular[mentor])) mentor = b;
        }
        if (mentor == 0) continue;
        busy[mentor] = true;
        pairs++;
    }
    printf("%d\n", pairs);
    return 0;
}
