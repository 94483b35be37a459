// Wrong: a long tour gives up to 10^14 of thrill, which does not fit into 32 bits.
#include <algorithm>
#include <climits>
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
    std::vector<int> best(n + 1);
    int answer = INT_MIN;
    for (int a = 1; a <= n; a++) {
        for (auto [b, c] : down[a]) {
            int t = int(unsigned(best[a]) + unsigned(c));
            answer = std::max(answer, t);
            best[b] = std::max(best[b], t);
        }
    }
    std::cout << answer << '\n';
    return 0;
}
