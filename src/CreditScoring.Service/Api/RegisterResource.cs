using CreditScoring.Documents;
using CreditScoring.Service.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/register: persons, programs and keys; POST /v1/register: one entry, such as a role that is
/// given or a key that is issued. The record has every entry for ever.
/// </summary>
public static class RegisterResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/register", Get).For(Right.ManageRegister, Extent.Whole)
            .WithSummary("The register of persons, programs and keys")
            .WithDescription("A role or key that waits for a second admin has counts: false.");
        routes.MapPost("/v1/register", Post).For(Right.ManageRegister, Extent.Whole)
            .WithSummary("Enter something into the register")
            .WithDescription("One JSON object with 'what' and, but for key-issued, 'target': person-added "
                + "and system-added (name, region), role-granted, role-confirmed and role-withdrawn (role), "
                + "blocked, unblocked, key-issued (owner, roles, region, expires, of an ingest key source), "
                + "key-confirmed, key-revoked, password-set (an initial one is made, and must be changed at "
                + "the first sign-in), password-confirmed, sessions-ended, identity-bound, "
                + "identity-confirmed and identity-unbound (issuer, subject). The key of key-issued and the "
                + "password of password-set are in the answer, and nowhere else.");
    }

    private static async Task<JsonAnswer> Get(RegisterDesk desk)
    {
        var register = await desk.CurrentAsync();
        return JsonAnswer.Of(json =>
        {
            json.Property("entries", (decimal)register.Number);
            json.List("holders", register.Holders.Values, Write);
            json.List("keys", register.Keys.Values, Write);
            json.List("identities", register.Identities.Values, Write);
        });
    }

    private static async Task<Results<JsonAnswer, Problem>> Post(
        HttpRequest request, RegisterDesk desk, PasswordHashing hashing, CurrentCaller who,
        CancellationToken gone)
    {
        var made = KeyText.New();
        var flaws = new List<Flaw>();
        var text = await ShortBody.ReadAsync(request, gone);
        if (RegisterEntryReader.OfAsked(new SourceText("body", text), made, flaws) is not { } entry)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var password = PasswordText.New();
        if (entry is PasswordSet set)
        {
            entry = new PasswordSet(set.Target, IsInitial: true, await hashing.HashAsync(password));
        }

        return await desk.EnterAsync(entry, who.Caller.Actor) is { } fault
            ? new Problem(StatusCodes.Status409Conflict, fault.Code, fault.What, fault.Mend)
            : JsonAnswer.Of(json =>
            {
                json.Property("what", entry.What);
                json.Property("target", entry.Target);
                if (entry is KeyIssued)
                {
                    json.Property("key", $"{made}");
                }
                else if (entry is PasswordSet)
                {
                    json.Property("password", password);
                }
            });
    }

    private static void Write(JsonTextWriter json, Holder holder)
    {
        json.WriteStartObject();
        json.Property("target", holder.Target);
        json.Property("name", holder.Name);
        json.Property("region", holder.Region.Digits);
        json.Property("blocked", holder.IsBlocked);
        json.WritePropertyName("password");
        Write(json, holder.Password);
        json.List("roles", holder.Appointments.OrderBy(each => each.Key), (to, each) =>
        {
            to.WriteStartObject();
            to.Property("role", each.Key.Word());
            to.Property("by", each.Value.By);
            to.Property("counts", each.Value.Counts);
            to.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, BoundIdentity bound)
    {
        json.WriteStartObject();
        json.Property("target", bound.Holder);
        json.Property("issuer", bound.Identity.Issuer);
        json.Property("subject", bound.Identity.Subject);
        json.Property("by", bound.By);
        json.Property("counts", bound.IsVouched);
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, Password? password)
    {
        if (password is null)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        json.Property("initial", password.IsInitial);
        json.Property("by", password.GivenBy);
        json.Property("counts", password.IsVouched);
        json.Instant("since", password.Since);
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, AccessKey key)
    {
        json.WriteStartObject();
        json.Property("target", key.Target);
        key.Write(json);
        json.Property("by", key.IssuedBy);
        json.Property("counts", key.Counts);
        json.Property("revoked", key.IsRevoked);
        json.WriteEndObject();
    }
}
