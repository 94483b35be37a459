// Slow: goes through the whole list every day, O(n^2) when the chain is long.
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

std::unordered_map<std::string, int> number;

int find(const std::string &name) { return number.emplace(name, int(number.size())).first->second; }

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<int> u(n), v(n);
    std::string a, b;
    for (int i = 0; i < n; i++) {
        std::cin >> a >> b;
        u[i] = find(a);
        v[i] = find(b);
    }
    std::cin >> a >> b;
    int s = find(a), t = find(b);
    std::vector<int> day(number.size(), -1);
    day[s] = 0;
    bool spread = true;
    for (int today = 1; spread && day[t] == -1; today++) {
        spread = false;
        for (int i = 0; i < n; i++) {
            if (day[u[i]] != -1 && day[u[i]] < today && day[v[i]] == -1) {
                day[v[i]] = today;
                spread = true;
            }
            if (day[v[i]] != -1 && day[v[i]] < today && day[u[i]] == -1) {
                day[u[i]] = today;
                spread = true;
            }
        }
    }
    std::cout << day[t] << '\n';
    return 0;
}
