// Crashes: recursion as deep as the tree overflows the stack on a long path.
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

std::vector<std::vector<std::pair<int, int>>> g;
std::vector<char> needed;
long long tracks, farthest;

bool visit(int u, int parent, long long depth) {
    bool any = needed[u];
    if (any) farthest = std::max(farthest, depth);
    std::vector<std::pair<int, int>> children;
    for (auto e : g[u]) {
        if (e.first != parent) children.push_back(e);
    }
    for (auto [v, w] : children) {
        if (!visit(v, u, depth + w)) continue;
        tracks += w;
        any = true;
    }
    return any;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int t;
    std::cin >> t;
    while (t--) {
        int n, k;
        std::cin >> n >> k;
        needed.assign(n + 1, 0);
        g.assign(n + 1, {});
        for (int i = 0; i < k; i++) {
            int x;
            std::cin >> x;
            needed[x] = 1;
        }
        for (int i = 1; i < n; i++) {
            int u, v, w;
            std::cin >> u >> v >> w;
            g[u].push_back({v, w});
            g[v].push_back({u, w});
        }
        tracks = farthest = 0;
        visit(1, 0, 0);
        std::cout << 2 * tracks - farthest << '\n';
    }
    return 0;
}
