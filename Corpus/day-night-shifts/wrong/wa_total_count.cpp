// Wrong: takes twice the rarer character of the whole log, as if these shifts were always together.
#include <algorithm>
#include <iostream>
#include <string>

int main() {
    int n;
    std::string s;
    std::cin >> n >> s;
    int ones = int(std::count(s.begin(), s.end(), '1'));
    std::cout << 2 * std::min(ones, n - ones) << '\n';
    return 0;
}
