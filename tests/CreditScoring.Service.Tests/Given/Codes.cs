using CreditScoring.Enterprises;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Valid codes of invented enterprises, as many as a test wants.</summary>
public static class Codes
{
    public static string Of(int number, string region = "441900")
    {
        var first = $"91{region}MA{number:0000000}";
        return first + UnifiedSocialCreditCode.CheckCharacterOf(first);
    }
}
