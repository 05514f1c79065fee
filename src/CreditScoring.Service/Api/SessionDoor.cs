using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Api;

/// <summary>
/// Where a person comes in and goes, be it by a page or by JSON: the session and its cookie.
/// </summary>
public sealed class SessionDoor(SignInDesk desk, SessionAnswer answer, Settings settings)
{
    /// <returns>Who it is now; or why not.</returns>
    public async Task<(OneSelf? Who, EntryFault? Fault)> EnterAsync(
        HttpContext context, string id, string password)
    {
        var (session, fault) = await desk.SignInAsync(id, password);
        if (session is null)
        {
            return (null, fault);
        }

        // Whoever signs in again leaves the session in which he comes.
        if (SessionCookie.In(context) is { } former)
        {
            await desk.SignOutAsync(former);
        }

        return (await answer.BeginAsync(context, session), null);
    }

    /// <summary>Ends the session with all workers, and takes the cookie away.</summary>
    /// <returns>Where to sign out with the provider of identities, too; null: nowhere.</returns>
    public async Task<string?> LeaveAsync(HttpContext context, Session session)
    {
        await desk.SignOutAsync(session);
        var provider = session.Identity is null || settings.Provider is null ? null
            : await ProviderSignIn.SignOutAtAsync(context);
        await SessionCookie.TakeAsync(context);
        return provider;
    }
}
