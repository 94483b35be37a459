// Slow: searches the whole list of friends for the name on every receipt, O(nm).
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> names(n);
    for (auto &name : names) std::cin >> name;
    std::vector<long long> paid(n);
    long long total = 0;
    while (m--) {
        std::string name, amount;
        std::cin >> name >> amount;
        amount.erase(std::find(amount.begin(), amount.end(), '.'));
        long long cents = std::stoll(amount);
        paid[std::find(names.begin(), names.end(), name) - names.begin()] += cents;
        total += cents;
    }
    bool square = true;
    for (int i = 0; i < n; i++) {
        if (paid[i] * n <= total) continue;
        std::cout << names[i] << '\n';
        square = false;
    }
    if (square) std::cout << "all square\n";
    return 0;
}
