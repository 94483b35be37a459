#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int minutes(const std::string &clock) {
    return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::unordered_map<std::string, int> index;
    std::vector<std::string> names;
    std::vector<long long> total;
    while (n--) {
        std::string name, from, to;
        std::cin >> name >> from >> to;
        auto [place, added] = index.emplace(name, int(names.size()));
        if (added) {
            names.push_back(name);
            total.push_back(0);
        }
        total[place->second] += minutes(to) - minutes(from);
    }
    int best = 0;
    for (int i = 1; i < int(names.size()); i++) {
        if (total[i] > total[best]) best = i;
    }
    std::cout << names[best] << ' ' << total[best] << '\n';
    return 0;
}
