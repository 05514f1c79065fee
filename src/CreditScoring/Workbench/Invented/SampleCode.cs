using CreditScoring.Enterprises;

namespace CreditScoring.Workbench.Invented;

/// <summary>Unified social credit codes that are well formed and, as a rule, nobody's.</summary>
public static class SampleCode
{
    // The body's last six characters count in base 31, so 31^6 enterprises can be told apart.
    private const ulong Bodies = 887_503_681;
    private const ulong Spread = 387_420_491;

    // GB 11714: weights of the eight characters of an organisation code.
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The code of the n-th enterprise; different numbers give different codes.</summary>
    /// <param name="seed">Shifts all codes.</param>
    /// <param name="number">Which enterprise.</param>
    /// <param name="region">Six digits.</param>
    /// <param name="trader">Whether it is a self-employed trader (个体工商户).</param>
    public static string Of(ulong seed, int number, string region, bool trader)
    {
        Span<char> code = stackalloc char[UnifiedSocialCreditCode.Length];
        code[0] = '9';
        code[1] = trader ? '2' : '1';
        region.CopyTo(code[2..]);
        code[8] = 'M';
        code[9] = 'A';
        var rest = ((ulong)number * Spread + seed % Bodies * 7) % Bodies;
        for (var at = 15; at >= 10; at--)
        {
            code[at] = UnifiedSocialCreditCode.Alphabet[(int)(rest % 31)];
            rest /= 31;
        }

        code[16] = OrganisationCheck(code[8..16]);
        code[17] = UnifiedSocialCreditCode.CheckCharacterOf(code[..17]);
        return code.ToString();
    }

    private static char OrganisationCheck(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            // In GB 11714 letters count from A = 10 without gaps.
            var rank = char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10;
            sum += rank * Weights[i];
        }

        var check = 11 - sum % 11;
        return check switch { 10 => 'X', 11 => '0', _ => (char)('0' + check) };
    }
}
