// A decimal number as text. The bounds are whole numbers of units of the last possible decimal.
bool drawReal(ValuesKnob& knob, string& text, long long position, long long least, long long greatest,
              int minimumDecimals, int maximumDecimals, int attempt = 0) {
    long long value;
    if (!knob.draw(value, position, least, greatest, attempt)) return false;
    int decimals = maximumDecimals;
    // Now and then a shorter number, where rounding keeps it within the bounds.
    if (minimumDecimals < maximumDecimals && rnd.next(3) == 0) {
        int shorter = rnd.next(minimumDecimals, maximumDecimals - 1);
        long long step = 1;
        for (int i = shorter; i < maximumDecimals; i++) step *= 10;
        bool isBound = value == least || value == greatest;
        long long rounded = value - value % step;
        if (rounded >= least && rounded <= greatest && (!isBound || rounded == value)) {
            value = rounded / step;
            decimals = shorter;
        }
    }
    bool isNegative = value < 0;
    text = to_string(isNegative ? -value : value);
    if ((int)text.size() <= decimals) text = string(decimals + 1 - text.size(), '0') + text;
    if (decimals > 0) text.insert(text.size() - decimals, ".");
    if (isNegative) text = "-" + text;
    return true;
}
