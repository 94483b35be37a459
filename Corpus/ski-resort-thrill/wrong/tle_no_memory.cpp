// Slow: follows all tours from every rest area without remembering results; there can be exponentially many.
#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::vector<std::pair<int, int>>> down(n + 1);
    for (int i = 0; i < m; i++) {
        int a, b, c;
        std::cin >> a >> b >> c;
        down[a].push_back({b, c});
    }
    long long answer = -4000000000000000000LL;
    for (int a = 1; a <= n; a++) {
        std::vector<std::pair<int, long long>> stack = {{a, 0}};
        while (!stack.empty()) {
            auto [u, thrill] = stack.back();
            stack.pop_back();
            for (auto [b, c] : down[u]) {
                answer = std::max(answer, thrill + c);
                stack.push_back({b, thrill + c});
            }
        }
    }
    std::cout << answer << '\n';
    return 0;
}
