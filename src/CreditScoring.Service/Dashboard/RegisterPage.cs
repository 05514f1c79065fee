using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Dashboard;

/// <summary>The register of persons and keys, with what was entered just now.</summary>
/// <param name="Done">With a secret that is told this once; null: nothing was entered.</param>
/// <param name="Refusal">Why something was not entered; null: nothing was refused.</param>
public sealed record RegisterModel(Register Register, Entered? Done, Problem? Refusal);

/// <summary>/register: persons, programs and keys; a POST enters one thing, as the form has it.</summary>
public static class RegisterPage
{
    private static readonly Wording Title = new("人员与密钥", "Persons and keys");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/register", Get).For(Right.ManageRegister, Extent.Whole).AsPage();
        routes.MapPost("/register", Post).For(Right.ManageRegister, Extent.Whole).AsPage();
    }

    private static async Task<IResult> Get(RegisterDesk desk) => Shown(
        await desk.CurrentAsync(), null, null, StatusCodes.Status200OK);

    private static async Task<IResult> Post(
        HttpContext context, RegisterDesk desk, RegisterCounter counter, CurrentCaller who)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (done, refusal) = await counter.EnterAsync(
            new SourceText("form", TextOf(form)), who.Caller.Actor);
        return refusal is null && done!.Entry is not (KeyIssued or PasswordSet)
            ? Results.LocalRedirect("/register")
            : Shown(await desk.CurrentAsync(), done, refusal, refusal?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>What the API takes: a field left empty is not said.</summary>
    private static string TextOf(IFormCollection form) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (name, said) in form.Where(each => each.Key is not SessionCookie.TokenField))
        {
            if (name == "roles")
            {
                json.WritePropertyName(name);
                json.WriteStartArray();
                foreach (var role in said)
                {
                    json.WriteValue(role);
                }

                json.WriteEndArray();
            }
            else if (!string.IsNullOrWhiteSpace(said.ToString()))
            {
                json.Property(name, said.ToString().Trim());
            }
        }

        json.WriteEndObject();
    });

    private static PageResult Shown(Register register, Entered? done, Problem? refusal, int status) =>
        Page.Of<RegisterView, RegisterModel>(Title, new RegisterModel(register, done, refusal), status);
}
