// Slow: searches the list of names from the front for every record, O(n^2).
#include <iostream>
#include <string>
#include <vector>

int minutes(const std::string &clock) {
    return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<std::string> names;
    std::vector<long long> total;
    while (n--) {
        std::string name, from, to;
        std::cin >> name >> from >> to;
        int place = 0;
        while (place < int(names.size()) && names[place] != name) place++;
        if (place == int(names.size())) {
            names.push_back(name);
            total.push_back(0);
        }
        total[place] += minutes(to) - minutes(from);
    }
    int best = 0;
    for (int i = 1; i < int(names.size()); i++) {
        if (total[i] > total[best]) best = i;
    }
    std::cout << names[best] << ' ' << total[best] << '\n';
    return 0;
}
