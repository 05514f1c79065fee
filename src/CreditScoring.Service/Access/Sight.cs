namespace CreditScoring.Service.Access;

/// <summary>
/// How somebody sees what tells of natural persons (个人信息). Who says nothing sees it masked.
/// </summary>
public enum Sight
{
    Masked,
    Whole,
}
