// Wrong: counts segments that end or begin at the favourite, and those balanced on both sides, but no others.
#include <iostream>
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
    long long left = 0, right = 0;
    int balance = 0;
    for (int i = middle; i >= 0; i--) {
        balance += (p[i] > m) - (p[i] < m);
        if (balance == 0) left++;
    }
    balance = 0;
    for (int i = middle; i < n; i++) {
        balance += (p[i] > m) - (p[i] < m);
        if (balance == 0) right++;
    }
    std::cout << left * right << '\n';
    return 0;
}
