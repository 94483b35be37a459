#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<int> p(n);
    int middle = 0;
    for (int i = 0; i < n; i++) {
        std::cin >> p[i];
        if (p[i] == m) middle = i;
    }
    // ways[n + d]: the left ends for which the taller outnumber the shorter by d, left of the middle.
    std::vector<int> ways(2 * n + 1);
    int balance = 0;
    for (int i = middle; i >= 0; i--) {
        balance += (p[i] > m) - (p[i] < m);
        ways[n + balance]++;
    }
    long long answer = 0;
    balance = 0;
    for (int i = middle; i < n; i++) {
        balance += (p[i] > m) - (p[i] < m);
        answer += ways[n - balance];
    }
    std::cout << answer << '\n';
    return 0;
}
