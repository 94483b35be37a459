// Wrong: relies on the courses being sorted by their upper end.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<long long> best(n + 1);
    long long answer = -4000000000000000000LL;
    for (int i = 0; i < m; i++) {
        int a, b, c;
        std::cin >> a >> b >> c;
        answer = std::max(answer, best[a] + c);
        best[b] = std::max(best[b], best[a] + c);
    }
    std::cout << answer << '\n';
    return 0;
}
