// Correct: sorts the balances of the left ends and looks up those of the right ends.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<int> p(n);
    for (auto &x : p) {
        if (scanf("%d", &x) != 1) return 1;
    }
    int middle = int(std::find(p.begin(), p.end(), m) - p.begin());
    std::vector<int> left;
    int balance = 0;
    for (int i = middle; i >= 0; i--) {
        balance += p[i] > m ? 1 : p[i] < m ? -1 : 0;
        left.push_back(balance);
    }
    std::sort(left.begin(), left.end());
    long long answer = 0;
    balance = 0;
    for (int i = middle; i < n; i++) {
        balance += p[i] > m ? 1 : p[i] < m ? -1 : 0;
        auto [first, last] = std::equal_range(left.begin(), left.end(), -balance);
        answer += last - first;
    }
    printf("%lld\n", answer);
    return 0;
}
