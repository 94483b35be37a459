// Slow: tries all ways to assign the newcomers one after another, exponential.
#include <algorithm>
#include <cstdio>
#include <vector>

int n;
std::vector<std::vector<int>> likes;
std::vector<char> busy;

int search(int a) {
    if (a > n) return 0;
    int best = search(a + 1);
    for (int b : likes[a]) {
        if (best == n - a + 1) break;
        if (busy[b]) continue;
        busy[b] = 1;
        best = std::max(best, 1 + search(a + 1));
        busy[b] = 0;
    }
    return best;
}

int main() {
    int m, k;
    if (scanf("%d %d %d", &n, &m, &k) != 3) return 1;
    likes.resize(n + 1);
    busy.resize(m + 1);
    while (k--) {
        int a, b;
        if (scanf("%d %d", &a, &b) != 2) return 1;
        likes[a].push_back(b);
    }
    printf("%d\n", search(1));
    return 0;
}
