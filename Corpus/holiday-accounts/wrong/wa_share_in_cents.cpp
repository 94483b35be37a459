// Wrong: rounds the fair share up to whole cents, so somebody who paid just that much is left out.
#include <cmath>
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
        paid[name] += std::llround(amount * 100);
        total += std::llround(amount * 100);
    }
    long long share = (total + n - 1) / n;
    bool square = true;
    for (auto &name : names) {
        if (paid[name] <= share) continue;
        std::cout << name << '\n';
        square = false;
    }
    if (square) std::cout << "all square\n";
    return 0;
}
