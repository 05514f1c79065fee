using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;

namespace CreditScoring.Service.Api;

/// <summary>
/// Where somebody asks that something be entered into the register, and is told what was made.
/// </summary>
public sealed class RegisterCounter(RegisterDesk desk, PasswordHashing hashing)
{
    /// <param name="asked">One JSON object.</param>
    /// <param name="by">As which who asks acts.</param>
    public async Task<(Entered? Entered, Problem? Refusal)> EnterAsync(SourceText asked, string by)
    {
        var made = KeyText.New();
        var flaws = new List<Flaw>();
        if (RegisterEntryReader.OfAsked(asked, made, flaws) is not { } entry)
        {
            return (null, Problem.Of(StatusCodes.Status400BadRequest, flaws[0]));
        }

        var password = PasswordText.New();
        if (entry is PasswordSet set)
        {
            entry = new PasswordSet(set.Target, IsInitial: true, await hashing.HashAsync(password));
        }

        return await desk.EnterAsync(entry, by) is { } fault
            ? (null, new Problem(StatusCodes.Status409Conflict, fault.Code, fault.What, fault.Mend))
            : (new Entered(entry, made, password), null);
    }
}

/// <summary>What was entered, with the secrets that are told once.</summary>
/// <param name="Made">The key, where one was asked for.</param>
/// <param name="Password">The initial password, where one was.</param>
public sealed record Entered(RegisterEntry Entry, KeyText Made, string Password);
