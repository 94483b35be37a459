// Wrong: only considers rest areas with no course leading to them as starts.
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
    std::vector<char> below(n + 1);
    for (int i = 0; i < m; i++) {
        int a, b, c;
        std::cin >> a >> b >> c;
        down[a].push_back({b, c});
        below[b] = 1;
    }
    const long long none = -4000000000000000000LL;
    std::vector<long long> best(n + 1, none);
    long long answer = none;
    for (int a = 1; a <= n; a++) {
        if (!below[a]) best[a] = 0;
        for (auto [b, c] : down[a]) {
            best[b] = std::max(best[b], best[a] + c);
            answer = std::max(answer, best[b]);
        }
    }
    std::cout << answer << '\n';
    return 0;
}
