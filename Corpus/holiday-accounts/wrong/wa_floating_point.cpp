// Wrong: adds euros in floating point, so that equal sums may differ in the last bits.
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
    std::map<std::string, double> paid;
    double total = 0;
    while (m--) {
        std::string name;
        double amount;
        std::cin >> name >> amount;
        paid[name] += amount;
        total += amount;
    }
    bool square = true;
    for (auto &name : names) {
        if (paid[name] <= total / n) continue;
        std::cout << name << '\n';
        square = false;
    }
    if (square) std::cout << "all square\n";
    return 0;
}
