// Wrong: there can be more than 2^31 good segments.
#include <iostream>
#include <map>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<int> p(n);
    for (auto &x : p) std::cin >> x;
    int middle = 0;
    while (p[middle] != m) middle++;
    std::map<int, int> ways;
    int balance = 0;
    for (int i = middle; i >= 0; i--) {
        balance += (p[i] > m) - (p[i] < m);
        ways[balance]++;
    }
    unsigned answer = 0;
    balance = 0;
    for (int i = middle; i < n; i++) {
        balance += (p[i] > m) - (p[i] < m);
        answer += unsigned(ways[-balance]);
    }
    std::cout << int(answer) << '\n';
    return 0;
}
