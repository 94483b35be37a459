// The remainder of a / b with the sign of b.
template <class T>
T floorMod(T a, T b) {
    if (b == 0) throw std::domain_error("division by zero");
    T rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}
