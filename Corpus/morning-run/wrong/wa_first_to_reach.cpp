// Wrong: a tie goes to whoever reached the greatest total first, not to the earliest first record.
#include <iostream>
#include <map>
#include <string>

int minutes(const std::string &clock) {
    return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::map<std::string, long long> total;
    std::string best;
    long long most = 0;
    while (n--) {
        std::string name, from, to;
        std::cin >> name >> from >> to;
        long long sum = total[name] += minutes(to) - minutes(from);
        if (sum > most) {
            most = sum;
            best = name;
        }
    }
    std::cout << best << ' ' << most << '\n';
    return 0;
}
