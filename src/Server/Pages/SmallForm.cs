using Microsoft.AspNetCore.Http.Features;

namespace OwnedData.Server.Pages;

/// <summary>The body of a form that a person or a client of the sign-in sends: a few short fields, refused unread when it is larger.</summary>
internal static class SmallForm
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>Null when it is no form, broken or too large.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBytes;
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
