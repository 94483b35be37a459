// Wrong: drops the fraction when it turns euros into cents, so 0.29 becomes 28.
#include <iostream>
#include <map>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> names(n);
    for (auto &name : names) std::cin >> name;
    std::map<std::string, long long> paid;
    long long total = 0;
    while (m--) {
        std::string name;
        double amount;
        std::cin >> name >> amount;
        long long cents = (long long)(amount * 100);
        paid[name] += cents;
        total += cents;
    }
    bool square = true;
    for (auto &name : names) {
        if (paid[name] * n <= total) continue;
        std::cout << name << '\n';
        square = false;
    }
    if (square) std::cout << "all square\n";
    return 0;
}
