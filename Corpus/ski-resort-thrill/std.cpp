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
    // thrill[v]: of the best tour that ends at v, zero for the one that only starts there.
    std::vector<long long> thrill(n + 1);
    long long answer = -4000000000000000000LL;
    for (int a = 1; a <= n; a++) {
        for (auto [b, c] : down[a]) {
            answer = std::max(answer, thrill[a] + c);
            thrill[b] = std::max(thrill[b], thrill[a] + c);
        }
    }
    std::cout << answer << '\n';
    return 0;
}
