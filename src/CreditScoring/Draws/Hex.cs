namespace CreditScoring.Draws;

/// <summary>Octets as digits 0-9 and a-f, two each, in the one way of writing them that is taken.</summary>
public static class Hex
{
    /// <param name="octets">How many there must be.</param>
    public static bool TryRead(string? hex, int octets, out byte[] read)
    {
        var sound = hex?.Length == 2 * octets
            && hex.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        read = sound ? Convert.FromHexString(hex!) : [];
        return sound;
    }
}
