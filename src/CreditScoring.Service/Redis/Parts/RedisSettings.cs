using CreditScoring.Service.Hosting;
using CreditScoring.Service.Redis.Connecting;

namespace CreditScoring.Service.Redis.Parts;

/// <summary>What the operator has decided about Redis.</summary>
public static class RedisSettings
{
    /// <returns>Null: there is none, or the settings are wrong.</returns>
    public static RedisAddress? Read(
        IConfiguration configuration, Switches switches, ICollection<string> wrong)
    {
        if ((switches.Redis ?? configuration["Redis:Connection"]) is not { Length: > 0 } text)
        {
            return null;
        }

        var allowPlain = bool.TryParse(configuration["Redis:AllowPlain"], out var said) && said;
        var address = RedisAddress.Parse(text, allowPlain, out var flaw);
        if (flaw is not null)
        {
            wrong.Add(flaw);
        }

        return address;
    }
}
