using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CreditScoring.Service.Access;

/// <summary>What a password costs.</summary>
/// <param name="Iterations">Of PBKDF2 with HMAC-SHA512.</param>
/// <param name="Refusal">So long after it was asked a refusal is answered, whatever the reason.</param>
public sealed record PasswordCost(int Iterations, TimeSpan Refusal)
{
    public static readonly PasswordCost Usual = new(210_000, TimeSpan.FromMilliseconds(500));
}

/// <summary>
/// Hashes passwords and compares with hashes, a few at a time: it is slow on purpose, and strangers may
/// ask for it.
/// </summary>
public sealed class PasswordHashing(PasswordCost cost)
{
    /// <summary>So many may wait; beyond it the asker is told to come back.</summary>
    internal const int MostWaiting = 32;

    private readonly PasswordHasher<string> hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = cost.Iterations }));

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lock gate = new();

    /// <summary>Of what nobody knows, so that an account that is not there costs as much.</summary>
    private string? nobodys;

    private int waiting;

    /// <exception cref="SignInBusy">Too many ask at once.</exception>
    public Task<string> HashAsync(string password) => Placed(() => hasher.HashPassword("", password));

    /// <param name="hash">Null: there is none, and nothing is like it; it takes as long.</param>
    /// <exception cref="SignInBusy">Too many ask at once.</exception>
    public Task<bool> IsOfAsync(string password, string? hash) => Placed(() =>
        hasher.VerifyHashedPassword("", hash ?? Nobodys, password) != PasswordVerificationResult.Failed
            && hash is not null);

    private string Nobodys
    {
        get
        {
            lock (gate)
            {
                return nobodys ??= hasher.HashPassword("", PasswordText.New());
            }
        }
    }

    private async Task<T> Placed<T>(Func<T> work)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new SignInBusy();
        }

        try
        {
            await places.WaitAsync();
            try
            {
                return await Task.Run(work);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}

/// <summary>More passwords are asked about than can be compared.</summary>
public sealed class SignInBusy() : Exception("too many sign in at once");
